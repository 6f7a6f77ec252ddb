/** What the domain reads of a specification of a data set; the rest is its library's. */
export const EXAMPLE_DATASET = {
  ...{ protocol: 'HW@1', tier: 'controlled', recipient: 'lab-x', purpose: 'Dose and outcome', releaseKeyId: 'rk-1' },
  hierarchies: { age5: [['20', '20–24']] },
};
