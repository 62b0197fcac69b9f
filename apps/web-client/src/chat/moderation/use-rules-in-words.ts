import { useTranslation } from 'react-i18next';

const labels = {
  paused: 'rules.paused',
  preModerated: 'rules.preModerated',
  linksAllowed: 'rules.links',
  slowSeconds: 'rules.slow',
  heldWords: 'rules.words',
} as const;

/** Says what was changed in the rules of a chat; the log keeps it as JSON. */
export function useRulesInWords(): (subject: string) => string {
  const { t } = useTranslation('chat');
  const inWords = (value: unknown): string => {
    if (typeof value === 'boolean') return t(value ? 'rules.on' : 'rules.off');
    if (Array.isArray(value)) return value.join(', ');
    return value === 0 ? t('rules.notSlow') : t('rules.seconds', { count: Number(value) });
  };
  return (subject) => {
    try {
      const change: Record<string, unknown> = JSON.parse(subject);
      return Object.entries(labels)
        .filter(([rule]) => rule in change)
        .map(([rule, label]) => `${t(label)}: ${inWords(change[rule])}`)
        .join(' · ');
    } catch {
      // A long list of words is cut in the log.
      return subject;
    }
  };
}
