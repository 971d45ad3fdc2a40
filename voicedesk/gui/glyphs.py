"""Draw the few signs of the talk button as paths, sharp at every size."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

BARS = 4


def draw_microphone(painter: QPainter, center: QPointF, size: float, color: QColor) -> None:
    """Draw a microphone on its stand."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    width, top = size * 0.34, center.y() - size / 2
    painter.drawRoundedRect(QRectF(center.x() - width / 2, top, width, size * 0.58), width / 2, width / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, size * 0.09, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    cradle = QRectF(center.x() - size * 0.3, top + size * 0.14, size * 0.6, size * 0.6)
    painter.drawArc(cradle, 180 * 16, 180 * 16)
    painter.drawLine(QPointF(center.x(), cradle.bottom()), QPointF(center.x(), center.y() + size / 2))


def draw_dots(painter: QPainter, center: QPointF, size: float, color: QColor, phase: float) -> None:
    """Draw three dots, one after the other larger as the phase (0 to 1) goes round."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for place in range(3):
        swell = max(0.0, math.cos((phase - place / 3) * 2 * math.pi))
        radius = size * (0.09 + 0.06 * swell)
        painter.drawEllipse(QPointF(center.x() + (place - 1) * size * 0.34, center.y()), radius, radius)


def draw_bars(
    painter: QPainter, center: QPointF, size: float, color: QColor, phase: float, loudness: float
) -> None:
    """Draw the bars of a voice as tall as it is loud; the phase tells them apart. Both go from 0 to 1."""
    painter.setPen(QPen(color, size * 0.13, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for place in range(BARS):
        share = 0.4 + 0.6 * abs(math.sin((phase + place * 0.37) * math.pi))
        half = size * (0.06 + 0.4 * loudness * share)
        x = center.x() + (place - (BARS - 1) / 2) * size * 0.27
        painter.drawLine(QPointF(x, center.y() - half), QPointF(x, center.y() + half))


def draw_triangle(painter: QPainter, center: QPointF, size: float, color: QColor) -> None:
    """Draw the sign for playing."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    left, right = center.x() - size * 0.26, center.x() + size * 0.36
    painter.drawPolygon(
        [
            QPointF(left, center.y() - size * 0.38),
            QPointF(left, center.y() + size * 0.38),
            QPointF(right, center.y()),
        ]
    )


def draw_mark(painter: QPainter, center: QPointF, size: float, color: QColor, ground: QColor) -> None:
    """Draw a small disc with an exclamation mark."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(center, size / 2, size / 2)
    painter.setPen(QPen(ground, size * 0.14, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(center - QPointF(0, size * 0.24), center + QPointF(0, size * 0.04))
    painter.drawPoint(center + QPointF(0, size * 0.26))


def draw_lines(painter: QPainter, center: QPointF, size: float, color: QColor, phase: float) -> None:
    """Draw lines of text; the last one is written as the phase goes round, and half at rest."""
    painter.setPen(QPen(color, size * 0.12, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    left, width = center.x() - size * 0.42, size * 0.84
    for place, share in enumerate((1.0, 1.0, phase or 0.5)):
        y = center.y() + (place - 1) * size * 0.3
        painter.drawLine(QPointF(left, y), QPointF(left + width * share, y))


def draw_no_entry(painter: QPainter, center: QPointF, size: float, color: QColor, ground: QColor) -> None:
    """Draw a small disc with a bar across: the way is closed."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(center, size / 2, size / 2)
    painter.setPen(QPen(ground, size * 0.16, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    reach = QPointF(size * 0.22, 0)
    painter.drawLine(center - reach, center + reach)


def draw_square(painter: QPainter, center: QPointF, size: float, color: QColor, ground: QColor) -> None:
    """Draw a small disc with the sign for a stop, set off from what is below."""
    painter.setPen(QPen(ground, size * 0.12))
    painter.setBrush(color)
    painter.drawEllipse(center, size / 2, size / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    half = size * 0.16
    painter.drawRoundedRect(QRectF(center.x() - half, center.y() - half, 2 * half, 2 * half), 1, 1)
