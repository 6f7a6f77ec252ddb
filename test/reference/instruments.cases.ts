/**
 * What each built-in instrument must score, written by hand from its sources: not computed by the code under test. `raw` is
 * the answer to every item in turn, `_` for one left out; a lone digit with `*` answers every item alike.
 */
export interface InstrumentCase {
  readonly instrument: string;
  readonly rule: string;
  readonly raw: string;
  readonly scale?: string;
  /** Null where there must be no score. */
  readonly score: number | null;
  readonly severity?: string;
  readonly source: string;
}

type Row = readonly [rule: string, raw: string, score: number | null, severity?: string | undefined, scale?: string];

function casesOf(instrument: string, source: string, rows: readonly Row[]): readonly InstrumentCase[] {
  return rows.map(([rule, raw, score, severity, scale]) => ({
    ...{ instrument, source, rule, raw, score },
    ...(severity === undefined ? {} : { severity }),
    ...(scale === undefined ? {} : { scale }),
  }));
}

const SUM = 'sum of items';
const BAND = 'severity, either side of each border';
const MISSING = 'answers left out';
const SCALE = 'subscales';
const REVERSED = 'reversed items';

export const INSTRUMENT_CASES: readonly InstrumentCase[] = [
  ...casesOf('phq-9', 'Kroenke, Spitzer & Williams 2001; missing: Arrieta et al. 2017', [
    [SUM, '0*', 0, 'minimal'],
    [SUM, '3*', 27, 'severe'],
    [BAND, '111100000', 4, 'minimal'],
    [BAND, '111110000', 5, 'mild'],
    [BAND, '111111111', 9, 'mild'],
    [BAND, '211111111', 10, 'moderate'],
    [BAND, '222221111', 14, 'moderate'],
    [BAND, '222222111', 15, 'moderately severe'],
    [BAND, '322222222', 19, 'moderately severe'],
    [BAND, '332222222', 20, 'severe'],
    [MISSING, '_2222222_', 18, 'moderately severe'],
    [MISSING, '_2222_22_', null],
  ]),
  ...casesOf('phq-8', 'Kroenke, Strine, Spitzer et al. 2009', [
    [SUM, '0*', 0, 'minimal'],
    [SUM, '3*', 24, 'severe'],
    [BAND, '11110000', 4, 'minimal'],
    [BAND, '11111000', 5, 'mild'],
    [BAND, '21111111', 9, 'mild'],
    [BAND, '22111111', 10, 'moderate'],
    [BAND, '22222211', 14, 'moderate'],
    [BAND, '22222221', 15, 'moderately severe'],
    [BAND, '33322222', 19, 'moderately severe'],
    [BAND, '33332222', 20, 'severe'],
    [MISSING, '2222__22', 16, 'moderately severe'],
    [MISSING, '2222___2', null],
  ]),
  ...casesOf('gad-7', 'Spitzer, Kroenke, Williams & Löwe 2006', [
    [SUM, '0*', 0, 'minimal'],
    [SUM, '3*', 21, 'severe'],
    [BAND, '1111000', 4, 'minimal'],
    [BAND, '1111100', 5, 'mild'],
    [BAND, '2211111', 9, 'mild'],
    [BAND, '2221111', 10, 'moderate'],
    [BAND, '2222222', 14, 'moderate'],
    [BAND, '3222222', 15, 'severe'],
    [MISSING, '222222_', 14, 'moderate'],
    [MISSING, '22222__', null],
  ]),
  ...casesOf('k6', 'Kessler, Barker, Colpe et al. 2003', [
    [SUM, '0*', 0, 'below the cut-off'],
    [SUM, '4*', 24, 'probable serious mental illness'],
    [BAND, '222222', 12, 'below the cut-off'],
    [BAND, '322222', 13, 'probable serious mental illness'],
    [MISSING, '22222_', null],
  ]),
  ...casesOf('k10', 'Andrews & Slade 2001; Australian Bureau of Statistics bands', [
    [SUM, '1*', 10, 'low'],
    [SUM, '5*', 50, 'very high'],
    [BAND, '2222211111', 15, 'low'],
    [BAND, '2222221111', 16, 'moderate'],
    [BAND, '3222222222', 21, 'moderate'],
    [BAND, '3322222222', 22, 'high'],
    [BAND, '3333333332', 29, 'high'],
    [BAND, '3333333333', 30, 'very high'],
    [MISSING, '_333333333', null],
  ]),
  ...casesOf('pcl-5', 'National Center for PTSD', [
    [SUM, '0*', 0, 'below the cut-off'],
    [SUM, '4*', 80, 'probable PTSD'],
    [BAND, '22222222221111111111', 30, 'below the cut-off'],
    [BAND, '22222222222111111111', 31, 'probable PTSD'],
    [SCALE, '44444000000000000000', 20, undefined, 'intrusion'],
    [SCALE, '00000440000000000000', 8, undefined, 'avoidance'],
    [SCALE, '00000004444444000000', 28, undefined, 'cognition-mood'],
    [SCALE, '00000000000000444444', 24, undefined, 'arousal'],
    [MISSING, '4444444444444444444_', null],
    [MISSING, '4444444444444444444_', 8, undefined, 'avoidance'],
  ]),
  ...casesOf('ces-d', 'Radloff 1977; missing as in CamCOPS', [
    // Nothing at all still gives 4 × 3: the positive items are reversed.
    [REVERSED, '0*', 12, 'below the cut-off'],
    [REVERSED, '3*', 48, 'at risk of depression'],
    [REVERSED, '00030003000300030000', 0, 'below the cut-off'],
    [REVERSED, '33303330333033303333', 60, 'at risk of depression'],
    [BAND, '33333003000300030000', 12, 'below the cut-off'],
    [BAND, '33333303000300030000', 15, 'below the cut-off'],
    [BAND, '33333303000300030001', 16, 'at risk of depression'],
    // 13 over the sixteen answered, times twenty.
    [MISSING, '____1113111311131111', 16.25, 'at risk of depression'],
    [MISSING, '_____113111311131111', null],
  ]),
  ...casesOf('core-10', 'Barkham et al. 2013', [
    [REVERSED, '0*', 8, 'low'],
    [REVERSED, '0440000000', 0, 'healthy'],
    [REVERSED, '4004444444', 40, 'severe'],
    [BAND, '4144000000', 11, 'mild'],
    [BAND, '3144000000', 10, 'low'],
    [BAND, '1440400000', 5, 'healthy'],
    [BAND, '2440400000', 6, 'low'],
    [BAND, '4444420000', 14, 'mild'],
    [BAND, '4444430000', 15, 'moderate'],
    [BAND, '4444443000', 19, 'moderate'],
    [BAND, '4444444000', 20, 'moderately severe'],
    [BAND, '4444444400', 24, 'moderately severe'],
    [BAND, '4444444410', 25, 'severe'],
    // 10 × sum / n: 18 over nine items.
    [MISSING, '222222222_', 20, 'moderately severe'],
    [MISSING, '22222222__', null],
  ]),
  ...casesOf('who-5', 'Topp, Østergaard, Søndergaard & Bech 2015', [
    [SUM, '0*', 0, 'very low well-being'],
    [SUM, '5*', 100, 'adequate well-being'],
    [BAND, '22111', 28, 'very low well-being'],
    [BAND, '22211', 32, 'low well-being'],
    [BAND, '33222', 48, 'low well-being'],
    [BAND, '33322', 52, 'adequate well-being'],
    [MISSING, '5555_', null],
  ]),
  ...casesOf('wsas', 'Mundt, Marks, Shear & Greist 2002', [
    [SUM, '0*', 0, 'subclinical'],
    [SUM, '8*', 40, 'moderately severe or worse'],
    [BAND, '22221', 9, 'subclinical'],
    [BAND, '22222', 10, 'significant impairment'],
    [BAND, '44444', 20, 'significant impairment'],
    [BAND, '54444', 21, 'moderately severe or worse'],
    [MISSING, '8888_', null],
  ]),
  ...casesOf('isi', 'Bastien, Vallières & Morin 2001', [
    [SUM, '0*', 0, 'none'],
    [SUM, '4*', 28, 'severe'],
    [BAND, '1111111', 7, 'none'],
    [BAND, '2111111', 8, 'subthreshold'],
    [BAND, '2222222', 14, 'subthreshold'],
    [BAND, '3222222', 15, 'moderate'],
    [BAND, '3333333', 21, 'moderate'],
    [BAND, '4333333', 22, 'severe'],
    [MISSING, '444444_', null],
  ]),
  ...casesOf('dass-21', 'Lovibond & Lovibond 1995', [
    [SUM, '3*', 126],
    [SCALE, '001000000000000000000', 2, 'normal', 'depression'],
    [SCALE, '003030000000000000000', 12, 'mild', 'depression'],
    [SCALE, '002020000000000000000', 8, 'normal', 'depression'],
    [SCALE, '003020000000000000000', 10, 'mild', 'depression'],
    [SCALE, '003030000100000000000', 14, 'moderate', 'depression'],
    [SCALE, '003030000300200000000', 22, 'severe', 'depression'],
    [SCALE, '003030000300300020000', 28, 'extremely severe', 'depression'],
    [SCALE, '030000000000000000000', 6, 'normal', 'anxiety'],
    [SCALE, '030100000000000000000', 8, 'mild', 'anxiety'],
    [SCALE, '030200000000000000000', 10, 'moderate', 'anxiety'],
    [SCALE, '030300200000000000000', 16, 'severe', 'anxiety'],
    [SCALE, '030300301000000000000', 20, 'extremely severe', 'anxiety'],
    [SCALE, '300003010000000000000', 14, 'normal', 'stress'],
    [SCALE, '300003020000000000000', 16, 'mild', 'stress'],
    [SCALE, '300003030010000000000', 20, 'moderate', 'stress'],
    [SCALE, '300003030031000000000', 26, 'severe', 'stress'],
    [SCALE, '300003030032020000000', 32, 'severe', 'stress'],
    [SCALE, '300003030033020000000', 34, 'extremely severe', 'stress'],
    [MISSING, '33_333333333333333333', null, undefined, 'depression'],
    [MISSING, '33_333333333333333333', 42, 'extremely severe', 'anxiety'],
  ]),
  ...casesOf('oasis', 'Campbell-Sills et al. 2009', [
    [SUM, '0*', 0],
    [SUM, '4*', 20],
    [SUM, '22211', 8],
    [MISSING, '4444_', null],
  ]),
  ...casesOf('odsis', 'Bentley, Gallagher, Carl & Barlow 2014', [
    [SUM, '0*', 0],
    [SUM, '4*', 20],
    [SUM, '22211', 8],
    [MISSING, '444_4', null],
  ]),
];
