import { useTranslation } from 'react-i18next';
import classes from './Composer.module.css';
import type { Mention } from './use-mention';

/** The people whose names could be meant. */
export function MentionOffers({ mention: { offers, listId, chosen, take } }: { mention: Mention }) {
  const { t } = useTranslation('chat');
  if (offers.length === 0) return null;
  return (
    <ul id={listId} className={classes.offers} role="listbox" aria-label={t('mention')}>
      {offers.map((author, index) => (
        <li
          key={author.participantId}
          id={`${listId}-${index}`}
          className={classes.offer}
          role="option"
          aria-selected={index === chosen}
          // Pressing must not take the focus from what is being written.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(author)}
        >
          <bdi>{author.displayName}</bdi>
          <span>
            <bdi>{author.institution}</bdi>
          </span>
        </li>
      ))}
    </ul>
  );
}
