import { Tabs } from '@mantine/core';
import { IconCalendarEvent, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language';
import type { LivePageContent } from '../live/LivePage';
import { useLiveState } from '../live/LiveRoom';
import classes from './Rail.module.css';
import { RailAgenda } from './RailAgenda';
import { RailPresence } from './RailPresence';

const storageKey = 'manyhalls.rail';

/** What belongs to the programme, one thing at a time: beside the picture, or under it on a phone. */
export function Rail(content: LivePageContent) {
  const { t } = useTranslation('attendee');
  const language = useLanguage();
  const total = useLiveState((state) => state.presence?.total);
  const [tab, setTab] = useState(() => sessionStorage.getItem(storageKey) ?? 'agenda');
  const choose = (next: string | null) => {
    if (!next) return;
    sessionStorage.setItem(storageKey, next);
    setTab(next);
  };
  return (
    <aside className={classes.rail} aria-label={t('rail')}>
      <Tabs
        value={tab}
        onChange={choose}
        className={classes.tabs}
        classNames={{ tab: classes.tab, tabLabel: classes.label }}
        keepMounted={false}
      >
        <Tabs.List grow>
          <Tabs.Tab value="agenda" leftSection={<IconCalendarEvent size={18} aria-hidden />}>
            {t('agenda')}
          </Tabs.Tab>
          <Tabs.Tab
            value="presence"
            leftSection={<IconUsers size={18} aria-hidden />}
            rightSection={
              total !== undefined && <span className={classes.count}>{total.toLocaleString(language)}</span>
            }
          >
            {t('presence.title')}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="agenda" className={classes.panel}>
          <RailAgenda {...content} />
        </Tabs.Panel>
        <Tabs.Panel value="presence" className={classes.panel}>
          <RailPresence event={content.event} />
        </Tabs.Panel>
      </Tabs>
    </aside>
  );
}
