import { useTranslation } from 'react-i18next';
import classes from './Countdown.module.css';
import { splitDuration } from './duration';
import { useServerNow } from './use-server-now';

/** Time left until a moment, by the server's clock; words instead once it has passed. */
export function Countdown({ until, over }: { until: string; over: string }) {
  const { t } = useTranslation('live');
  const left = Date.parse(until) - useServerNow();
  if (left <= 0) return <p className={classes.over}>{over}</p>;
  const { days, hours, minutes, seconds } = splitDuration(left);
  const two = (figure: number) => String(figure).padStart(2, '0');
  return (
    // Read out when somebody comes to it, not every second.
    <p className={classes.countdown} role="timer" aria-live="off">
      {days > 0 && <Figure value={String(days)} unit={t('countdown.days', { count: days })} />}
      {(days > 0 || hours > 0) && <Figure value={two(hours)} unit={t('countdown.hours', { count: hours })} />}
      <Figure value={two(minutes)} unit={t('countdown.minutes', { count: minutes })} />
      <Figure value={two(seconds)} unit={t('countdown.seconds', { count: seconds })} />
    </p>
  );
}

function Figure({ value, unit }: { value: string; unit: string }) {
  return (
    <span className={classes.figure}>
      <span className={classes.value}>{value}</span> <span className={classes.unit}>{unit}</span>
    </span>
  );
}
