#!/usr/bin/env python3
"""Renders epochdesk.svg into the sizes that systems want: PNG, ICO for Windows, ICNS for macOS.

Needs rsvg-convert (Debian: librsvg2-bin). The files it writes are kept, so that a build needs neither.
"""
import pathlib
import struct
import subprocess

HERE = pathlib.Path(__file__).parent
PNG = (16, 24, 32, 48, 64, 128, 256, 512)
ICO = (16, 24, 32, 48, 64, 256)
ICNS = {"icp4": 16, "icp5": 32, "icp6": 64, "ic07": 128, "ic08": 256, "ic09": 512}


def rendered(size):
    return subprocess.run(
        ["rsvg-convert", "-w", str(size), "-h", str(size), str(HERE / "epochdesk.svg")], check=True, capture_output=True
    ).stdout


pictures = {size: rendered(size) for size in PNG}
for size, picture in pictures.items():
    (HERE / f"epochdesk-{size}.png").write_bytes(picture)
(HERE / "epochdesk.png").write_bytes(pictures[256])

header = struct.pack("<HHH", 0, 1, len(ICO))
offset = len(header) + 16 * len(ICO)
entries = b""
for size in ICO:
    entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(pictures[size]), offset)
    offset += len(pictures[size])
(HERE / "epochdesk.ico").write_bytes(header + entries + b"".join(pictures[size] for size in ICO))

parts = b"".join(kind.encode() + struct.pack(">I", 8 + len(pictures[size])) + pictures[size] for kind, size in ICNS.items())
(HERE / "epochdesk.icns").write_bytes(b"icns" + struct.pack(">I", 8 + len(parts)) + parts)
