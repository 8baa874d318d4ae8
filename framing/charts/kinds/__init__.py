"""One kind of chart a file: a display that names its `kind` and is found by that alone.

To add a kind, write a file here with a subclass of `framing.charts.display.Display`: its `kind`,
`heading`, `question` and `columns`, `from_comparison` (what is drawn, as a table), `_draw` (the
marks) and `alt`. Command line, gallery, notebooks and every test of charts find it.
"""
