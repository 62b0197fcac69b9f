import type { AuthorDto, MessageDto } from '@manyhalls/contracts';
import { isCrew } from '@manyhalls/domain';
import { languageTags } from '@manyhalls/contracts/text/language';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { StateMark } from '../app/StateMark';
import { useLanguage } from '../i18n/language';
import { viewerZone, writeClock, writeMoment } from '../i18n/times';
import { useReader } from './ChatRoom';
import classes from './MessageItem.module.css';
import { MessageMenu } from './MessageMenu';
import { MessageWords } from './MessageWords';
import { Reactions } from './Reactions';
import { Replied } from './Replied';
import { Translation } from './Translation';

/** One message, with who wrote it and when. */
export const MessageItem = memo(function MessageItem({
  message,
  mentions,
}: {
  message: MessageDto;
  /** The names that stand in it. */
  mentions: readonly string[];
}) {
  const { t } = useTranslation('chat');
  const reader = useReader();
  const { author, text, held, mentionedIds } = message;
  return (
    <li
      className={classes.item}
      data-held={held || undefined}
      data-mine={mentionedIds.includes(reader.participantId) || undefined}
    >
      <header className={classes.head}>
        <Author author={author} />
        <Moment at={message.sentAt} />
        <MessageMenu message={message} />
      </header>
      {text === null ? (
        <p className={classes.gone}>{t('deleted')}</p>
      ) : (
        <>
          {message.repliedTo && <Replied to={message.repliedTo} />}
          <MessageWords text={text} language={message.language} mentions={mentions} />
          <Translation of={message} />
          {message.editedAt && <p className={classes.note}>{t('edited')}</p>}
          {held && (
            <StateMark tone="attention" shape="diamond">
              {t(author.participantId === reader.participantId ? 'held.own' : 'held.crew')}
            </StateMark>
          )}
          <Reactions message={message} />
        </>
      )}
    </li>
  );
});

/** Names and institutions come from people: each is kept from turning round its neighbours. */
function Author({ author }: { author: AuthorDto }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { country, institution, role } = author;
  const countries = new Intl.DisplayNames(languageTags[language], { type: 'region' });
  return (
    <div className={classes.author}>
      <span className={classes.name}>
        <bdi>{author.displayName}</bdi>
        {isCrew(role) && <span className={classes.role}>{t(`roles.${role}`)}</span>}
      </span>
      <span className={classes.about}>
        {institution && <bdi>{institution}</bdi>}
        {country && <span>{countries.of(country)}</span>}
      </span>
    </div>
  );
}

function Moment({ at }: { at: string }) {
  const language = useLanguage();
  const moment = new Date(at);
  return (
    <time className={classes.time} dateTime={at} title={writeMoment(moment, viewerZone(), language)}>
      {writeClock(moment, viewerZone())}
    </time>
  );
}
