/** Tables that papers work with, for the specs beside. */
import { encode, type Column } from '../table/column.ts';

type Rows = readonly (readonly string[])[];

const columnsFrom = (names: readonly string[], rows: Rows): Column[] =>
  names.map((name, index) =>
    encode(
      name,
      rows.map((row) => row[index] ?? null),
    ),
  );

/** Machanavajjhala et al. 2007, figure 2: 4-anonymous inpatient microdata. */
export const inpatients = columnsFrom(
  ['zip', 'age', 'condition'],
  [
    ...['Heart Disease', 'Heart Disease', 'Viral Infection', 'Viral Infection'].map((c) => ['130**', '< 30', c]),
    ...['Cancer', 'Heart Disease', 'Viral Infection', 'Viral Infection'].map((c) => ['1485*', '≥ 40', c]),
    ...['Cancer', 'Cancer', 'Cancer', 'Cancer'].map((c) => ['130**', '3*', c]),
  ],
);

/** Machanavajjhala et al. 2007, figure 3: the same people, 3-diverse. */
export const diverseInpatients = columnsFrom(
  ['zip', 'age', 'condition'],
  [
    ...['Heart Disease', 'Viral Infection', 'Cancer', 'Cancer'].map((c) => ['1305*', '≤ 40', c]),
    ...['Cancer', 'Heart Disease', 'Viral Infection', 'Viral Infection'].map((c) => ['1485*', '> 40', c]),
    ...['Heart Disease', 'Viral Infection', 'Cancer', 'Cancer'].map((c) => ['1306*', '≤ 40', c]),
  ],
);

/** Li et al. 2007, table 4: 3-diverse salaries (in thousands) and diseases. */
export const salaries = {
  salary: [3, 4, 5, 6, 11, 8, 7, 9, 10],
  disease: [
    'gastric ulcer',
    'gastritis',
    'stomach cancer',
    'gastritis',
    'flu',
    'bronchitis',
    'bronchitis',
    'pneumonia',
    'stomach cancer',
  ],
  zip: ['476**', '476**', '476**', '4790*', '4790*', '4790*', '476**', '476**', '476**'],
  age: ['2*', '2*', '2*', '≥ 40', '≥ 40', '≥ 40', '3*', '3*', '3*'],
};

/** Li et al. 2007, table 5: after which the paper states 0.167-closeness for salary. */
export const closeSalaries = {
  salary: [3, 5, 9, 6, 11, 8, 4, 7, 10],
  disease: [
    'gastric ulcer',
    'stomach cancer',
    'pneumonia',
    'gastritis',
    'flu',
    'bronchitis',
    'gastritis',
    'bronchitis',
    'stomach cancer',
  ],
  zip: ['4767*', '4767*', '4767*', '4790*', '4790*', '4790*', '4760*', '4760*', '4760*'],
  age: ['≤ 40', '≤ 40', '≤ 40', '≥ 40', '≥ 40', '≥ 40', '≤ 40', '≤ 40', '≤ 40'],
};

/** Sweeney 2002, figure 2: 2-anonymous by race, birth, gender and ZIP. */
export const sweeney = columnsFrom(
  ['race', 'birth', 'gender', 'zip'],
  [
    ['Black', '1965', 'm', '0214*'],
    ['Black', '1965', 'm', '0214*'],
    ['Black', '1965', 'f', '0213*'],
    ['Black', '1965', 'f', '0213*'],
    ['Black', '1964', 'f', '0213*'],
    ['Black', '1964', 'f', '0213*'],
    ['White', '1964', 'm', '0213*'],
    ['White', '1964', 'm', '0213*'],
    ['White', '1964', 'm', '0213*'],
    ['White', '1967', 'm', '0213*'],
    ['White', '1967', 'm', '0213*'],
  ],
);

/** IHSN, Statistical Disclosure Control: A Practice Guide, tables 4.3 to 4.5: keys, health, SUDA scores for M = 3. */
export const household = columnsFrom(
  ['residence', 'gender', 'education', 'labour', 'health'],
  [
    ['Urban', 'Female', 'Secondary incomplete', 'Employed', 'yes'],
    ['Urban', 'Female', 'Secondary incomplete', 'Employed', 'yes'],
    ['Urban', 'Female', 'Primary incomplete', 'Non-LF', 'yes'],
    ['Urban', 'Male', 'Secondary complete', 'Employed', 'yes'],
    ['Rural', 'Female', 'Secondary complete', 'Unemployed', 'yes'],
    ['Urban', 'Male', 'Secondary complete', 'Employed', 'no'],
    ['Urban', 'Female', 'Primary complete', 'Non-LF', 'no'],
    ['Urban', 'Male', 'Post-secondary', 'Unemployed', 'yes'],
    ['Urban', 'Female', 'Secondary incomplete', 'Non-LF', 'no'],
    ['Urban', 'Female', 'Secondary incomplete', 'Non-LF', 'yes'],
  ],
);
