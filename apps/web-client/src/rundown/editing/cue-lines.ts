import type { CueContentDto, CueSpeakerDto, VenueDto } from '@manyhalls/contracts';
import { languages, languageTags, type Language } from '@manyhalls/contracts/text/language';
import { useTranslation } from 'react-i18next';
import { languageNames } from '../../app/LanguageSwitch';
import { useLanguage } from '../../i18n/language';
import { useLocalize } from '../../i18n/Localized';
import { writeMoment } from '../../i18n/times';
import { writeLength } from './cue-length';
import { usePickName } from './pick-name';
import { useGreetings } from './use-greetings';

/** One thing that is written of a cue. */
export interface CueLine {
  label: string;
  text: string;
  lang?: string;
  /** Of what may have the same name as another. */
  id?: string | null;
}

/** All that is written of a cue, to be read; the same lines in the same order for every cue. */
export function useCueLines(venues: readonly VenueDto[]): (content: CueContentDto) => CueLine[] {
  const { t } = useTranslation('rundown');
  const reader = useLanguage();
  const pickName = usePickName(venues);
  const greetings = useGreetings();
  const localize = useLocalize();
  const greetingName = (wanted: string) => {
    const greeting = greetings?.find(({ id }) => id === wanted);
    if (greeting) return localize(greeting.speaker.name);
    return greetings ? '?' : '…';
  };
  const timeZone = venues[0]?.timeZone ?? 'UTC';
  const within = (label: string, language: Language) => `${label}, ${languageNames[language]}`;
  return ({ type, title, speakers, startsAt, lengthSeconds, layout, picks, greetingId, notes }) => [
    { label: t('form.type'), text: t(`type.${type}`) },
    ...languages.map((language) => ({
      label: within(t('form.title'), language),
      text: title[language] ?? '',
      lang: languageTags[language],
    })),
    ...languages.map((language) => ({
      label: within(t('form.speakers'), language),
      text: speakers.map((speaker) => speakerIn(speaker, language)).join('\n'),
      lang: languageTags[language],
    })),
    { label: t('form.length'), text: writeLength(lengthSeconds) },
    {
      label: t('form.start'),
      text: startsAt === null ? t('form.linked') : writeMoment(new Date(startsAt), timeZone, reader),
    },
    { label: t('form.layout'), text: t(`layout.${layout}`) },
    { label: t('form.picks'), text: picks.map(pickName).join('\n') },
    { label: t('form.greeting'), text: greetingId === null ? '' : greetingName(greetingId), id: greetingId },
    { label: t('form.notes'), text: notes },
  ];
}

const speakerIn = ({ name, title, institution }: CueSpeakerDto, language: Language) =>
  [name, title, institution]
    .map((text) => text?.[language] ?? '')
    .filter(Boolean)
    .join(' · ');
