"""From a folder of articles to a figure, its numbers and a report. Run it cell by cell."""

# %% Read one folder an event, one file an outlet
from pathlib import Path

import framing
from framing.charts import NamingDisplay

here = Path(__file__).parent
articles = framing.read_articles(here / "corpus")

# %% What does each outlet call things, and in whose voice?
analysis = framing.analyze(articles, "foreign-forces", targets=here / "targets.yaml")
comparison = framing.compare(analysis)

# %% The figure, the numbers it shows, and every line behind them
display = NamingDisplay.from_comparison(comparison, concepts=["foreign-troops"])
display.plot().save(Path("naming.png"))
display.data.to_csv("naming.csv", index=False)
framing.write_report(comparison, "report.html")
