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
  const jStat: { readonly normal: NormalDistribution; readonly studentt: StudentDistribution };
  export default jStat;
}
