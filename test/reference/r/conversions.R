# Writes test/reference/r/conversions.json: effect sizes turned into one another by their formulas, in R, and the figures of
# worked examples that are in print. Rscript test/reference/r/conversions.R (needs jsonlite).
suppressMessages(library(jsonlite))
J <- function(n) 1 - 3 / (4 * n - 9)
# Borenstein, Hedges, Higgins & Rothstein (2009), Introduction to Meta-Analysis: dataset of chapter 4 and of chapter 7.
m1 <- 103; m2 <- 100; s1 <- 5.5; s2 <- 4.5; n1 <- 50; n2 <- 50
pooled <- sqrt(((n1 - 1) * s1^2 + (n2 - 1) * s2^2) / (n1 + n2 - 2)); d <- (m1 - m2) / pooled
vd <- (n1 + n2) / (n1 * n2) + d^2 / (2 * (n1 + n2))
or <- 0.9069; vor <- 0.0676; r <- 0.5; vr <- 0.0058
out <- list(made = R.version.string,
  d = d, varianceOfD = vd, g = J(n1 + n2) * d, varianceOfG = J(n1 + n2)^2 * vd,
  rFromD = d / sqrt(d^2 + 4), rFromUnequal = 0.5 / sqrt(0.5^2 + (30 + 70)^2 / (30 * 70)),
  dFromLogOdds = or * sqrt(3) / pi, varianceFromLogOdds = vor * 3 / pi^2,
  dFromR = 2 * r / sqrt(1 - r^2), varianceFromR = 4 * vr / (1 - r^2)^3, z = atanh(r), varianceOfZ = 1 / (100 - 3),
  kazantzis2010 = {q <- 0.48 / sqrt(0.48^2 + 4); c(0.5 - q / 2, 0.5 + q / 2)}, mausbachSe = (0.33 - 0.19) / (2 * qnorm(0.975)))
write_json(out, "test/reference/r/conversions.json", digits = 12, auto_unbox = TRUE)
