# One wording of one concept, by side, with events and outlets as random effects.
# Made with: framing long examples --targets examples/targets.yaml -o long.csv
# Run with:  Rscript examples/takeaway/long.R long.csv foreign-troops "occupation force"
library(lme4)

given <- commandArgs(trailingOnly = TRUE)
long <- read.csv(given[1], na.strings = "", encoding = "UTF-8")
rows <- subset(long, concept == given[2] & wording == given[3])
cat(sum(rows$n), "of", sum(rows$total), "namings of", given[2], "read", given[3], "\n")

# an article's namings are one habit: the article is a random effect too
model <- glmer(
  cbind(n, total - n) ~ side + (1 | event) + (1 | article_id),
  data = rows, family = binomial, nAGQ = 0
)
print(summary(model)$coefficients)
