import type {
  AuthorDto,
  CrewQuestionDto,
  OwnQuestionDto,
  QuestionDto,
  StageQuestionDto,
} from '@manyhalls/contracts';
import type { Question } from './question';

/** Whoever asked namelessly stays nameless; a hall's host only passed the question on. */
function authorOf(question: Question): AuthorDto | null {
  return question.anonymous ? null : askerOf(question);
}

function askerOf({ asker, venueId }: Question): AuthorDto | null {
  if (!asker || venueId !== null) return null;
  const { id, displayName, institution, country, role } = asker;
  return { participantId: id, displayName, institution, country, role };
}

/** As the audience may know it, once it is public. */
export function toQuestionDto(question: Question): QuestionDto {
  const { id, number, version, state, text, language, translations, anonymous, venueId, place } = question;
  const { votes, position, assignedTo, answer, askedAt } = question;
  return {
    id,
    number,
    version,
    state,
    text,
    language,
    translations,
    author: authorOf(question),
    anonymous,
    venueId,
    place,
    votes,
    position,
    assignedTo,
    answer,
    askedAt: askedAt.toISOString(),
  };
}

/** As the crew may know it: speakers and hosts, whose screens others may see, are told no more names than the audience. */
export function toCrewDto(question: Question): CrewQuestionDto {
  const { originalText, rejectionReason, claimer, mergedInto } = question;
  return {
    ...toQuestionDto(question),
    originalText,
    rejectionReason,
    claimedBy: claimer && { participantId: claimer.id, displayName: claimer.displayName },
    mergedIntoId: mergedInto,
  };
}

/** Moderators are told who asked namelessly, if the asker was told that they are. */
export function toModeratorDto(question: Question): CrewQuestionDto {
  const crew = toCrewDto(question);
  return question.moderatorsSeeAuthor ? { ...crew, author: askerOf(question) } : crew;
}

export function toOwnDto(question: Question): OwnQuestionDto {
  const { rejectionReason, mergedInto } = question;
  return { ...toQuestionDto(question), rejectionReason, mergedIntoId: mergedInto };
}

export function toStageDto(question: Question): StageQuestionDto {
  const { id, text, language, translations, venueId, place } = question;
  return { questionId: id, text, language, translations, author: authorOf(question), venueId, place };
}
