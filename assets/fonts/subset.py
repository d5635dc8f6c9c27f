"""Makes the bundled fonts from upstream's: python3 subset.py <folder of Inter *.otf> <folder of JetBrains Mono *.ttf>

Needs fonttools. Tabular figures become the default ones, because JavaFX cannot ask for OpenType features; the semi-bold
cut becomes the bold one of its family; the families get names of their own, so that a copy installed on the machine
never mixes in.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

KEPT = [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x192, *range(0x2C6, 0x2DE), *range(0x370, 0x400),
        *range(0x400, 0x460), *range(0x2000, 0x2070), *range(0x2070, 0x20A0), 0x20AC, 0x2116, 0x2122,
        *range(0x2190, 0x21B6), 0x2206, 0x2211, 0x2212, 0x221A, 0x221E, 0x2248, 0x2260, 0x2264, 0x2265,
        *range(0x25A0, 0x2600), 0x2713, 0x2717, 0x2318, 0x21E7]


def tabular(font):
    """Points the digits at their tabular forms."""
    gsub = font["GSUB"].table
    swaps = {}
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for table in gsub.LookupList.Lookup[index].SubTable:
                    swaps.update(getattr(getattr(table, "ExtSubTable", table), "mapping"))
    for table in font["cmap"].tables:
        if table.isUnicode():
            for code, glyph in table.cmap.items():
                if code in range(0x30, 0x3A) or code in (0x2B, 0x2212):
                    table.cmap[code] = swaps.get(glyph, glyph)


def quadratic(font):
    """Turns cubic outlines into TrueType ones."""
    order, glyphs = font.getGlyphOrder(), font.getGlyphSet()
    drawn = {}
    for name in order:
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
        drawn[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = order, drawn
    font["maxp"].tableVersion = 0x00010000
    for field, value in dict(maxZones=1, maxTwilightPoints=0, maxStorage=0, maxFunctionDefs=0, maxInstructionDefs=0,
                             maxStackElements=0, maxSizeOfInstructions=0, maxComponentElements=0).items():
        setattr(font["maxp"], field, value)
    for name, glyph in drawn.items():
        glyph.recalcBounds(glyf)
        width, _ = font["hmtx"][name]
        font["hmtx"][name] = (width, getattr(glyph, "xMin", 0))
    for tag in ("CFF ", "VORG"):
        if tag in font:
            del font[tag]
    font["post"].formatType, font["post"].extraNames, font["post"].mapping = 2.0, [], {}
    font["post"].glyphOrder = order
    font.sfntVersion = "\x00\x01\x00\x00"


def rename(font, family, style):
    bold = style == "Bold"
    names = font["name"]
    for record in list(names.names):
        if record.nameID in (1, 2, 3, 4, 6, 16, 17, 18, 21, 22, 25):
            names.removeNames(nameID=record.nameID)
    full = family if style == "Regular" else f"{family} {style}"
    for name_id, text in {1: family, 2: style, 3: f"Epoch Desk: {full}", 4: full,
                          6: f"{family.replace(' ', '')}-{style}"}.items():
        names.setName(text, name_id, 3, 1, 0x409)
        names.setName(text, name_id, 1, 0, 0)
    font["OS/2"].usWeightClass = 700 if bold else 400
    font["OS/2"].fsSelection = font["OS/2"].fsSelection & ~0x61 | (0x20 if bold else 0x40)
    font["head"].macStyle = 1 if bold else 0


def make(source, target, family, style, features):
    font = TTFont(source)
    if "GSUB" in font and "tnum" in {r.FeatureTag for r in font["GSUB"].table.FeatureList.FeatureRecord}:
        tabular(font)
    options = subset.Options(layout_features=features, hinting=False, name_IDs=["*"], notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=KEPT)
    subsetter.subset(font)
    if "CFF " in font:
        quadratic(font)
    rename(font, family, style)
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(target)


if __name__ == "__main__":
    inter, mono, here = Path(sys.argv[1]), Path(sys.argv[2]), Path(__file__).parent
    make(inter / "Inter-Regular.otf", here / "EpochSans-Regular.ttf", "Epoch Sans", "Regular", ["kern"])
    make(inter / "Inter-SemiBold.otf", here / "EpochSans-Bold.ttf", "Epoch Sans", "Bold", ["kern"])
    make(mono / "JetBrainsMono-Regular.ttf", here / "EpochMono-Regular.ttf", "Epoch Mono", "Regular", [])
