import type { ModerationAction } from '@manyhalls/contracts';
import { useTranslation } from 'react-i18next';
import { viewerZone, writeClock } from '../../i18n/times';
import classes from './ModerationPanel.module.css';
import { useReread } from './use-reread';
import { useRulesInWords } from './use-rules-in-words';

/** Who did what, newest first. */
export function ModerationLog() {
  const { t } = useTranslation('chat');
  const { data } = useReread('moderation:log', {});
  const rules = useRulesInWords();
  const named = (action: ModerationAction) =>
    t(`moderation.actions.${action.replace(':', '-') as Dashed<typeof action>}`, { defaultValue: action });
  return (
    <section>
      <h3 className={classes.heading}>{t('moderation.log')}</h3>
      {data?.length === 0 && <p className={classes.none}>{t('moderation.nothing')}</p>}
      <ol className={classes.list}>
        {data?.map(({ id, at, moderator, action, subject }) => (
          <li key={id} className={classes.row}>
            <span>
              <bdi>{moderator}</bdi> · {named(action)}
            </span>
            <time dateTime={at}>{writeClock(new Date(at), viewerZone())}</time>
            <bdi className={classes.about}>
              {action === 'chat:change-settings' ? rules(subject) : subject}
            </bdi>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Keys of words cannot have colons. */
type Dashed<Action extends string> = Action extends `${infer Feature}:${infer Verb}`
  ? `${Feature}-${Verb}`
  : never;
