"""Let later starts of the program ask something of this one."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from voicedesk.core.door_messages import LONGEST_LINE, Outcome, Request, outcome_line, request_in
from voicedesk.system.doorstep import is_own_user

MOST_VISITORS = 8
PATIENCE_MS = 2_000
"""A visitor who says nothing in this time is sent away."""

Act = Callable[[Request], None]


class FrontDoor(QObject):
    """Listen at the socket and obey the verbs that were taught; every other one is answered as unknown."""

    def __init__(self, address: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._acts: dict[str, Act] = {}
        self._visitors: list[Visitor] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_knock)
        QLocalServer.removeServer(address)  # one that was left behind: the lock says that nobody listens
        self._server.listen(address)

    @property
    def is_open(self) -> bool:
        """Tell whether anybody can knock."""
        return self._server.isListening()

    def teach(self, verb: str, act: Act) -> None:
        """Do this when asked for it."""
        self._acts[verb] = act

    def close(self) -> None:
        """Let nobody in any more."""
        self._server.close()

    def _on_knock(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            visitor = Visitor(socket, self)
            visitor.spoke.connect(self._on_spoke)
            visitor.left.connect(self._on_left)
            self._visitors.append(visitor)
            visitor.listen(is_welcome=len(self._visitors) <= MOST_VISITORS)

    def _on_spoke(self, visitor: "Visitor", line: bytes) -> None:
        visitor.answer(self._outcome_of(line))

    def _outcome_of(self, line: bytes) -> Outcome:
        request = request_in(line)
        if request is None:
            return Outcome.UNREADABLE
        if request.verb not in self._acts:
            return Outcome.UNKNOWN
        self._acts[request.verb](request)
        return Outcome.DONE

    def _on_left(self, visitor: "Visitor") -> None:
        self._visitors.remove(visitor)
        visitor.deleteLater()


class Visitor(QObject):
    """One who knocked: says one line, gets one line, leaves."""

    spoke = Signal(object, bytes)
    left = Signal(object)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        socket.setParent(self)
        socket.setReadBufferSize(LONGEST_LINE)
        socket.readyRead.connect(self._on_ready_read)
        socket.disconnected.connect(self._on_disconnected)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._socket.abort)

    def listen(self, is_welcome: bool) -> None:
        """Hear what is said, or send away whoever is one too many or another user."""
        if is_welcome and is_own_user(int(self._socket.socketDescriptor())):
            self._patience.start(PATIENCE_MS)
            self._on_ready_read()
        else:
            self._socket.abort()

    def answer(self, outcome: Outcome) -> None:
        """Say what became of it; the connection ends when that was sent."""
        self._socket.readyRead.disconnect(self._on_ready_read)
        self._socket.write(outcome_line(outcome))
        self._socket.disconnectFromServer()

    def _on_ready_read(self) -> None:
        if self._socket.canReadLine():
            self.spoke.emit(self, self._socket.readLine().data())
        elif self._socket.bytesAvailable() >= LONGEST_LINE:
            self._socket.abort()

    def _on_disconnected(self) -> None:
        self._patience.stop()
        self.left.emit(self)
