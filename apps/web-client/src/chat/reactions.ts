import type { ReactionName } from '@manyhalls/contracts';
import {
  IconConfetti,
  IconHeart,
  IconMoodSmile,
  IconQuestionMark,
  IconThumbUp,
  type Icon,
} from '@tabler/icons-react';

export const reactionIcons: Record<ReactionName, Icon> = {
  applause: IconConfetti,
  'thumbs-up': IconThumbUp,
  heart: IconHeart,
  smile: IconMoodSmile,
  question: IconQuestionMark,
};
