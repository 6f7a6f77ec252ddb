/** The part of jstat that this library uses; the package ships no types. */
declare module 'jstat' {
  interface NormalDistribution {
    cdf(x: number, mean: number, sd: number): number;
    inv(p: number, mean: number, sd: number): number;
  }
  interface StudentDistribution {
    cdf(x: number, df: number): number;
    inv(p: number, df: number): number;
  }
  interface FisherDistribution {
    inv(p: number, df1: number, df2: number): number;
  }
  interface ChiSquareDistribution {
    cdf(x: number, df: number): number;
  }
  const jStat: {
    readonly normal: NormalDistribution;
    readonly studentt: StudentDistribution;
    readonly chisquare: ChiSquareDistribution;
    readonly centralF: FisherDistribution;
  };
  export default jStat;
}
