import { type Markup, markup } from '#formats';
import { paragraph, section } from './page.parts.ts';

/**
 * Questions of a motivated-intruder test (UK Information Commissioner's Office: somebody without special skill, who wants to
 * succeed, uses the internet, libraries and all public records, and may ask people). Figures cannot answer them.
 */
const QUESTIONS: readonly string[] = [
  'Who might want to find somebody in these data (a relative, a former partner, an employer, a journalist, an insurer), and what would they already know?',
  'Would a participant recognise their own row? Could they be made to say which it is?',
  'Could a therapist or a member of the study team recognise a participant by what they remember?',
  'Was anything about the study public: sites, recruitment posters, press, trial register, social media, theses, obituaries?',
  'Are there people who stand out for a reason that is no column here (a local event, a public person, a rare condition)?',
  'Which registers, leaked or bought data could be laid beside these?',
  'Has somebody who did not make this data set tried, for a set number of hours, to find people known to be in it? What did they find?',
  'What would be the harm to somebody who was found: health, work, family, safety?',
  'What holds the recipient: contract, ethics approval, secure room, deletion date, a ban on trying? Who would notice a breach?',
  'Do participants’ consent forms cover this recipient and this purpose?',
];

export function intruderChecklist(): Markup {
  return section(
    'intruder',
    'A motivated intruder: questions for people',
    paragraph(
      'Figures cannot answer these. Somebody who knows the study should go through them, write down what was found, and sign.',
    ),
    markup`<ul class="questions">${QUESTIONS.map((question) => markup`<li>${question}<div class="line"></div></li>\n`)}</ul>`,
    markup`<p>Done by</p><div class="line"></div><p>Date and signature</p><div class="line"></div>`,
  );
}
