import { languages, languageTags, type Language } from '@manyhalls/contracts/text/language';
import i18next, { type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';

/** One namespace per feature folder: `locales/<language>/<feature>.json`. */
const files = import.meta.glob<Record<string, unknown>>('./locales/*/*.json', {
  eager: true,
  import: 'default',
});

const resources: Resource = {};
for (const [path, words] of Object.entries(files)) {
  const [, language, namespace] = /\/([a-z]+)\/([a-z-]+)\.json$/.exec(path) ?? [];
  if (language && namespace) (resources[language] ??= {})[namespace] = words;
}

void i18next.use(initReactI18next).init({
  resources,
  lng: 'en',
  fallbackLng: 'en',
  supportedLngs: [...languages],
  defaultNS: 'app',
  interpolation: { escapeValue: false },
  initAsync: false,
});

i18next.on('languageChanged', (language) => {
  document.documentElement.lang = languageTags[language as Language];
});

export default i18next;
