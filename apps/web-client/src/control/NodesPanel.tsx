import type { NodeStatusDto } from '@manyhalls/contracts';
import { useInterval } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useLoaded } from '../api/use-loaded';
import { StateMark } from '../app/StateMark';
import type { KnownSignIn } from '../sign-in/known-sign-ins';
import { signedHttp } from '../sign-in/tickets';
import classes from './NodesPanel.module.css';

/** In milliseconds. */
const refreshMs = 5_000;

/** Whether the media nodes are there, and how much they do. */
export function NodesPanel({ signIn: { signInId } }: { signIn: KnownSignIn }) {
  const { t } = useTranslation('control');
  const { data: nodes, reload } = useLoaded(signInId, () =>
    signedHttp<NodeStatusDto[]>(signInId, 'GET', 'nodes'),
  );
  useInterval(() => !document.hidden && reload(), refreshMs, { autoInvoke: true });
  if (!nodes) return null;
  return (
    <section className={classes.panel} aria-label={t('nodes.title')}>
      <h2 className={classes.heading}>{t('nodes.title')}</h2>
      {nodes.length === 0 && <p className={classes.none}>{t('nodes.none')}</p>}
      <ul className={classes.nodes}>
        {nodes.map(({ nodeId, load }) => (
          <li key={nodeId} className={classes.node}>
            <span className={classes.name}>{nodeId}</span>
            {load && (
              <span className={classes.load}>
                {t('nodes.load', { peers: load.peers, tracks: load.consumers })}
              </span>
            )}
            <NodeState load={load} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function NodeState({ load }: Pick<NodeStatusDto, 'load'>) {
  const { t } = useTranslation('control');
  if (!load)
    return (
      <StateMark tone="on-air" shape="cross">
        {t('nodes.silent')}
      </StateMark>
    );
  if (load.draining)
    return (
      <StateMark tone="attention" shape="triangle">
        {t('nodes.draining')}
      </StateMark>
    );
  return (
    <StateMark tone="good" shape="tick">
      {t('nodes.ready')}
    </StateMark>
  );
}
