import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { asFault, useFaultWords } from '../api/faults';
import { useNotice } from '../app/use-notice';
import type { LivePageContent } from '../live/LivePage';
import { saveExport } from './save-export';

/** Files about a session, to take away. */
export function ExportMenu({
  content: { event, session, signIn },
  files,
  children,
}: {
  content: Pick<LivePageContent, 'event' | 'session' | 'signIn'>;
  /** By their names, which are also the last part of their addresses: what stands in the menu. */
  files: Readonly<Record<string, string>>;
  /** What opens it. */
  children: ReactNode;
}) {
  const notice = useNotice();
  const words = useFaultWords();
  const save = (file: string) =>
    void saveExport(signIn.signInId, `events/${event.id}/sessions/${session.id}/${file}`, file).catch(
      (error: unknown) => notice(words(asFault(error)), 'danger'),
    );
  return (
    <Menu position="bottom-end">
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        {Object.entries(files).map(([file, label]) => (
          <Menu.Item key={file} onClick={() => save(file)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
