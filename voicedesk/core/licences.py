"""List what the program is made of, and under which licence each part is given."""

from dataclasses import dataclass

OWN = "MIT"


@dataclass(frozen=True, slots=True)
class Part:
    """A library or a set of pictures; `licence` as SPDX writes it."""

    name: str
    licence: str
    address: str


PARTS = (
    Part("aiohttp", "Apache-2.0 AND MIT", "https://docs.aiohttp.org"),
    Part("apsw", "any-OSI", "https://rogerbinns.github.io/apsw"),
    Part("keyring", "MIT", "https://github.com/jaraco/keyring"),
    Part("markdown-it-py", "MIT", "https://github.com/executablebooks/markdown-it-py"),
    Part("numpy", "BSD-3-Clause AND 0BSD AND MIT AND Zlib AND CC0-1.0", "https://numpy.org"),
    Part("openai", "Apache-2.0", "https://github.com/openai/openai-python"),
    Part("Phosphor Icons", "MIT", "https://phosphoricons.com"),
    Part("platformdirs", "MIT", "https://github.com/tox-dev/platformdirs"),
    Part("PortAudio", "MIT", "https://www.portaudio.com"),
    Part("pulsectl", "MIT", "https://github.com/mk-fg/python-pulse-control"),
    Part("PySide6 and Qt", "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0", "https://www.qt.io"),
    Part("Python", "PSF-2.0", "https://www.python.org"),
    Part("rtmixer", "MIT", "https://python-rtmixer.readthedocs.io"),
    Part("sounddevice", "MIT", "https://python-sounddevice.readthedocs.io"),
    Part(
        "soundfile and libsndfile",
        "BSD-3-Clause, LGPL-2.1-or-later",
        "https://libsndfile.github.io/libsndfile",
    ),
    Part("soxr", "LGPL-2.1-or-later", "https://github.com/dofuuz/python-soxr"),
    Part("SQLite", "blessing", "https://sqlite.org"),
    Part("tomlkit", "MIT", "https://github.com/python-poetry/tomlkit"),
)
