import { useForm } from '@mantine/form';
import type { Language, LiveEventDto, UpdateLiveEventDto } from '@manyhalls/contracts';
import { languages } from '@manyhalls/contracts/text/language';
import { useTranslation } from 'react-i18next';
import { useChecks } from '../../forms/checks';
import { fromWords, isEmpty, toWords, type Words } from '../../forms/words';

export interface Details {
  title: Words;
  description: Words;
  languages: Language[];
  firstDay: string;
  lastDay: string;
  coHosts: Words[];
  consentText: Words;
  consentVersion: string;
  registrationOpen: boolean;
  moderatorsSeeAnonymous: boolean;
}

const detailsOf = (event: LiveEventDto): Details => ({
  title: toWords(event.title),
  description: toWords(event.description),
  languages: event.languages,
  firstDay: event.firstDay,
  lastDay: event.lastDay,
  coHosts: event.coHosts.map(({ name }) => toWords(name)),
  consentText: toWords(event.consent.text),
  consentVersion: event.consent.version,
  registrationOpen: event.registrationOpen,
  moderatorsSeeAnonymous: event.moderatorsSeeAnonymous,
});

/** What is sent. `version` is the one that was being edited: the server refuses to overwrite a newer one. */
export const changeOf = (details: Details, version: number): UpdateLiveEventDto => ({
  version,
  title: fromWords(details.title),
  description: isEmpty(details.description) ? null : fromWords(details.description),
  languages: details.languages,
  firstDay: details.firstDay,
  lastDay: details.lastDay,
  coHosts: details.coHosts.filter((name) => !isEmpty(name)).map((name) => ({ name: fromWords(name) })),
  consent: { version: details.consentVersion.trim(), text: fromWords(details.consentText) },
  registrationOpen: details.registrationOpen,
  moderatorsSeeAnonymous: details.moderatorsSeeAnonymous,
});

export function useDetailsForm(event: LiveEventDto) {
  const { t } = useTranslation('organise');
  const checks = useChecks();
  const agreed = toWords(event.consent.text);
  const sameText = (text: Words) => languages.every((language) => text[language] === agreed[language]);
  return useForm<Details>({
    initialValues: detailsOf(event),
    validate: {
      title: checks.anyLanguage,
      firstDay: checks.filled,
      lastDay: (last, { firstDay }) =>
        checks.filled(last) ?? (last < firstDay ? t('details.lastBeforeFirst') : null),
      languages: (chosen) => (chosen.length > 0 ? null : t('details.someLanguage')),
      consentText: checks.anyLanguage,
      // People agreed to a text, by its version: another text is another version.
      consentVersion: (version, { consentText }) =>
        checks.filled(version) ??
        (version.trim() === event.consent.version && !sameText(consentText)
          ? t('details.newVersionNeeded')
          : null),
    },
  });
}
