import type { Catalogue } from '../../language/messages.ts';

type Key =
  | 'title'
  | 'board'
  | 'flow'
  | 'recruitment'
  | 'homework'
  | 'missing'
  | 'outcomes'
  | 'association'
  | 'sensitivity'
  | 'explorer'
  | 'quality'
  | 'looks'
  | 'server'
  | 'panels'
  | 'asKnownAt'
  | 'now'
  | 'event'
  | 'site'
  | 'allSites'
  | 'instrument'
  | 'informant'
  | 'definition'
  | 'metric'
  | 'lag'
  | 'model'
  | 'by'
  | 'plot'
  | 'table'
  | 'csv'
  | 'svg'
  | 'print'
  | 'howCounted'
  | 'about'
  | 'excluded'
  | 'none'
  | 'closed'
  | 'closedText'
  | 'people'
  | 'rows'
  | 'earlier'
  | 'later'
  | 'read'
  | 'reading'
  | 'start'
  | 'stop'
  | 'progress'
  | 'sameSign'
  | 'gridText'
  | 'noModel'
  | 'estimate'
  | 'caution'
  | 'unknown'
  | 'association-only'
  | 'close';

export const studyMessages: Catalogue<Key> = {
  en: {
    title: 'Study',
    board: 'Study board',
    flow: 'Who is in?',
    recruitment: 'On schedule?',
    homework: 'Who does homework?',
    missing: 'What is missing?',
    outcomes: 'Getting better?',
    association: 'More homework, more change?',
    sensitivity: 'Does it hang on the definition?',
    explorer: 'What is given and done?',
    quality: 'Data quality',
    looks: 'Who looked at what',
    server: 'Server',
    panels: 'Questions',
    asKnownAt: 'As known at',
    now: 'now',
    event: 'event {index}',
    site: 'Site',
    allSites: 'All sites',
    instrument: 'Questionnaire',
    informant: 'Told by',
    definition: 'Adherence definition',
    metric: 'Homework counted as',
    lag: 'Intervals before',
    model: 'Model',
    by: 'By',
    plot: 'Plot',
    table: 'Table',
    csv: 'CSV',
    svg: 'SVG',
    print: 'Print',
    howCounted: 'How this is counted',
    about: '{count} people · known up to event {index}',
    excluded: 'Left out',
    none: 'Nothing to show yet',
    closed: 'Closed until the data are locked',
    closedText:
      'Looking at outcomes while a trial runs makes false findings likelier. The analysis plan can open this.',
    people: 'People',
    rows: '{from} to {to} of {count}',
    earlier: 'Earlier rows',
    later: 'Later rows',
    read: 'Plot of {title}. Arrow keys read it row by row.',
    reading: 'Row {row} of {count}: {text}',
    start: 'Fit them all',
    stop: 'Stop',
    progress: '{done} of {total}',
    sameSign: '{share} % of {count} specifications agree on the sign.',
    gridText:
      'Fits every combination of definition, denominator, metric and lag, and puts the answers in order. Looking is recorded.',
    noModel: 'No model: {reason}',
    estimate: 'Effect of one unit: {estimate} points ({lower} to {upper}).',
    caution: 'Read with care: {caution}.',
    unknown: 'unknown',
    'association-only': 'An association, not an effect.',
    close: 'Close',
  },
  sv: {
    title: 'Studie',
    board: 'Studieöversikt',
    flow: 'Vilka är med?',
    recruitment: 'Enligt plan?',
    homework: 'Vem gör hemuppgifter?',
    missing: 'Vad saknas?',
    outcomes: 'Blir de bättre?',
    association: 'Mer hemuppgifter, mer förändring?',
    sensitivity: 'Hänger det på definitionen?',
    explorer: 'Vad ges och görs?',
    quality: 'Datakvalitet',
    looks: 'Vem har tittat på vad',
    server: 'Server',
    panels: 'Frågor',
    asKnownAt: 'Så som det var känt vid',
    now: 'nu',
    event: 'händelse {index}',
    site: 'Klinik',
    allSites: 'Alla kliniker',
    instrument: 'Formulär',
    informant: 'Berättat av',
    definition: 'Definition av följsamhet',
    metric: 'Hemuppgifter räknas som',
    lag: 'Intervall före',
    model: 'Modell',
    by: 'Efter',
    plot: 'Diagram',
    table: 'Tabell',
    csv: 'CSV',
    svg: 'SVG',
    print: 'Skriv ut',
    howCounted: 'Så räknas det',
    about: '{count} personer · känt till och med händelse {index}',
    excluded: 'Utelämnade',
    none: 'Inget att visa än',
    closed: 'Stängt tills data är låsta',
    closedText:
      'Att titta på utfall medan en prövning pågår ökar risken för falska fynd. Analysplanen kan öppna detta.',
    people: 'Personer',
    rows: '{from} till {to} av {count}',
    earlier: 'Tidigare rader',
    later: 'Senare rader',
    read: 'Diagram: {title}. Piltangenter läser det rad för rad.',
    reading: 'Rad {row} av {count}: {text}',
    start: 'Anpassa alla',
    stop: 'Stoppa',
    progress: '{done} av {total}',
    sameSign: '{share} % av {count} specifikationer har samma tecken.',
    gridText:
      'Anpassar varje kombination av definition, nämnare, mått och fördröjning och ordnar svaren. Att titta registreras.',
    noModel: 'Ingen modell: {reason}',
    estimate: 'Effekt av en enhet: {estimate} poäng ({lower} till {upper}).',
    caution: 'Läs med försiktighet: {caution}.',
    unknown: 'okänt',
    'association-only': 'Ett samband, inte en effekt.',
    close: 'Stäng',
  },
};
