# Writes test/reference/r/models.json: what R's packages make of small made-up data, for the specs of libs/statistics.
#   Rscript test/reference/r/models.R
# Needs nlme, lme4, plm, sandwich and jsonlite. The versions used are written into the file.
suppressMessages({library(nlme); library(lme4); library(plm); library(sandwich); library(jsonlite)})
set.seed(20260601)

people <- 24; intervals <- 7
panel <- do.call(rbind, lapply(seq_len(people), function(i) {
  level <- rnorm(1, 0, 1.2); y <- numeric(intervals + 1); h <- numeric(intervals + 1)
  y[1] <- 14 + level + rnorm(1, 0, 2)
  for (k in seq_len(intervals + 1)) {
    h[k] <- 1 / (1 + exp(-(0.2 - 0.15 * (y[k] - 14) + rnorm(1))))
    if (k <= intervals) y[k + 1] <- 6 + level + 0.55 * y[k] - 1.5 * h[k] + rnorm(1, 0, 1.4)
  }
  data.frame(person = sprintf("p%02d", i), time = 0:intervals, y = round(y, 3), h = round(h, 4), arm = i %% 2)
}))

# ---- rows of intervals: before, homework, after; some homework is unknown
rows <- do.call(rbind, lapply(split(panel, panel$person), function(d)
  data.frame(person = d$person[1], interval = seq_len(intervals), before = d$y[1:intervals], homework = d$h[1:intervals],
             after = d$y[2:(intervals + 1)], arm = d$arm[1])))
holes <- c(9, 40, 41, 77, 120, 133); gappy <- rows; gappy$homework[holes] <- NA

coefs <- function(names, est, se, ...) Map(function(n, e, s) list(name = n, estimate = e, standardError = s), names, est, se)

# ---- mixed models: lme4 for estimates, nlme for degrees of freedom
mixed <- function(method, terms) {
  m <- lmer(as.formula(paste("after ~", terms, "+ (1 | person)")), gappy, REML = method == "REML",
            control = lmerControl(optCtrl = list(xtol_abs = 1e-12, ftol_abs = 1e-12)))
  n <- do.call(lme, list(as.formula(paste("after ~", terms)), random = ~ 1 | person, data = gappy, method = method, na.action = na.omit))
  t <- summary(m)$coefficients
  list(names = rownames(t), estimates = unname(t[, 1]), standardErrors = unname(t[, 2]),
       df = unname(summary(n)$tTable[, "DF"]), personSd = attr(VarCorr(m)$person, "stddev")[[1]], residualSd = sigma(m),
       logLikelihood = as.numeric(logLik(m)), rows = nobs(m))
}

# ---- least squares with cluster-robust errors; Satterthwaite's df by the definition, over dense matrices
g <- na.omit(gappy); ols <- lm(after ~ before + homework + arm + interval, g)
se <- function(type, cadjust) unname(sqrt(diag(vcovCL(ols, cluster = g$person, type = type, cadjust = cadjust))))
X <- model.matrix(ols); M <- solve(crossprod(X)); H <- X %*% M %*% t(X); I <- diag(nrow(X))
root <- function(A) { e <- eigen(A, symmetric = TRUE); e$vectors %*% diag(1 / sqrt(e$values)) %*% t(e$vectors) }
members <- split(seq_len(nrow(X)), g$person)
df <- sapply(seq_len(ncol(X)), function(j) {
  G <- sapply(members, function(w) t((I - H)[w, , drop = FALSE]) %*% root(I[w, w] - H[w, w]) %*% X[w, , drop = FALSE] %*% M[, j])
  P <- crossprod(G); sum(diag(P))^2 / sum(P^2)
})
clustered <- list(names = names(coef(ols)), estimates = unname(coef(ols)), CR0 = se("HC0", FALSE), CR1 = se("HC1", TRUE),
                  CR2 = se("HC2", TRUE), df = df, residualSd = sigma(ols), rows = nobs(ols))

# ---- dynamic panel: plm for first differences, one and two steps; forward deviations by hand
centred <- panel
centred$y <- panel$y - mean(panel$y); centred$h <- panel$h - mean(panel$h[panel$time < intervals])
pd <- pdata.frame(centred, index = c("person", "time"))
differenced <- function(model) {
  m <- pgmm(y ~ lag(y, 1) + lag(h, 1) | lag(y, 2:3) + lag(h, 2:3), data = pd, effect = "individual", model = model,
            transformation = "d", collapse = TRUE)
  v <- if (model == "onestep") vcovHC(m) else vcovHC(m)
  list(estimates = unname(coef(m)), standardErrors = unname(sqrt(diag(v))))
}

forward <- function(data, occasions) {
  d <- data
  center <- function(value, at, use) if (occasions) value - ave(ifelse(use, value, NA), at, FUN = function(v) mean(v, na.rm = TRUE)) else value - mean(value[use])
  d$y <- center(d$y, d$time, rep(TRUE, nrow(d))); d$h <- center(d$h, d$time, d$time < intervals)
  parts <- lapply(split(d, d$person), function(p) {
    y1 <- p$y[2:(intervals + 1)]; y0 <- p$y[1:intervals]; h0 <- p$h[1:intervals]; T <- intervals
    A <- matrix(0, T - 1, T)
    for (t in seq_len(T - 1)) { A[t, t] <- 1; A[t, (t + 1):T] <- -1 / (T - t); A[t, ] <- A[t, ] * sqrt((T - t) / (T - t + 1)) }
    t <- seq_len(T - 1)
    Z <- cbind(y0[t], c(0, y0[t])[t], h0[t], c(0, h0[t])[t])
    list(y = A %*% y1, x = A %*% cbind(y0, h0), z = Z)
  })
  add <- function(f) Reduce(`+`, lapply(parts, f))
  zx <- add(function(p) t(p$z) %*% p$x); zy <- add(function(p) t(p$z) %*% p$y); W <- solve(add(function(p) crossprod(p$z)))
  B <- solve(t(zx) %*% W %*% zx); b1 <- B %*% t(zx) %*% W %*% zy
  scatter <- function(b) add(function(p) tcrossprod(t(p$z) %*% (p$y - p$x %*% b)))
  V1 <- B %*% t(zx) %*% W %*% scatter(b1) %*% W %*% zx %*% B
  S <- solve(scatter(b1)); b2 <- solve(t(zx) %*% S %*% zx, t(zx) %*% S %*% zy); m <- zy - zx %*% b2
  list(estimates = c(b1), standardErrors = sqrt(diag(V1)), twoStep = c(b2), hansen = c(t(m) %*% S %*% m))
}

# ---- Beat the Blues (Proudfoot et al. 2003) is compared in `npm run reference`; HSAUR3's mixed model is published there.
out <- list(
  made = list(R = R.version.string, nlme = as.character(packageVersion("nlme")), lme4 = as.character(packageVersion("lme4")),
              plm = as.character(packageVersion("plm")), sandwich = as.character(packageVersion("sandwich"))),
  rows = rows[, c("person", "interval", "before", "homework", "after", "arm")], holes = holes - 1,
  mixed = lapply(list(level = "homework + arm + interval", boundary = "before + homework + arm + interval"),
               function(terms) list(ML = mixed("ML", terms), REML = mixed("REML", terms))), clustered = clustered,
  lagged = list(difference = list(one = differenced("onestep"), two = differenced("twosteps")),
                forward = list(none = forward(panel, FALSE), occasions = forward(panel, TRUE))))
write_json(out, "test/reference/r/models.json", digits = 12, auto_unbox = TRUE, dataframe = "columns", pretty = FALSE)
