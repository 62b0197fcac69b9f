import type { CueContentDto } from '@manyhalls/contracts';
import { languages } from '@manyhalls/contracts/text/language';
import type { CueType } from '@manyhalls/contracts/rundown/cue-type';
import i18n from '../../i18n/i18n';

/** An official event as it usually goes, in minutes. */
const steps: [type: CueType, minutes: number][] = [
  ['opening', 5],
  ['speech', 10],
  ['dialogue', 30],
  ['questions', 20],
  ['signing', 15],
];

/** A first rundown to be changed, with titles in all four languages. */
export function templateCues(): CueContentDto[] {
  return steps.map(([type, minutes]) => ({
    type,
    title: Object.fromEntries(
      languages.map((language) => [language, i18n.getFixedT(language, 'rundown')(`type.${type}`)]),
    ),
    speakers: [],
    startsAt: null,
    lengthSeconds: minutes * 60,
    layout: 'all-halls',
    picks: [],
    greetingId: null,
    notes: '',
  }));
}
