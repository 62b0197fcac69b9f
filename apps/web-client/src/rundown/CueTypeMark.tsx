import type { CueType } from '@manyhalls/contracts';
import {
  IconChartBar,
  IconCoffee,
  IconFlag,
  IconHelpCircle,
  IconMessages,
  IconMicrophone2,
  IconPresentation,
  IconSignature,
  IconVideo,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './CueTypeMark.module.css';

const icons: Record<CueType, Icon> = {
  opening: IconFlag,
  speech: IconMicrophone2,
  greeting: IconVideo,
  dialogue: IconMessages,
  presentation: IconPresentation,
  questions: IconHelpCircle,
  poll: IconChartBar,
  signing: IconSignature,
  interval: IconCoffee,
};

/** What happens in a cue, as an icon and a word. */
export function CueTypeMark({ type }: { type: CueType }) {
  const { t } = useTranslation('rundown');
  const TypeIcon = icons[type];
  return (
    <span className={classes.mark}>
      <TypeIcon size="1.15em" stroke={1.7} aria-hidden />
      {t(`type.${type}`)}
    </span>
  );
}
