import type { CueContentDto, LocalizedTextDto } from '@manyhalls/contracts';
import { association, governor, pickOf } from './cue-content';
import type { Forum } from './forum';

export const titles = {
  opening: { zh: '开幕', ja: '開会の儀', ko: '개회', en: 'Opening ceremony' },
  speech: { zh: '济南会场致辞', ja: '済南会場からの挨拶', ko: '지난 회의장 축사', en: 'Address from Jinan' },
  greeting: { zh: '视频贺词', ja: 'ビデオによる祝辞', ko: '영상 축사', en: 'Recorded greeting' },
  dialogue: { zh: '三地对话', ja: '三会場対話', ko: '세 회의장 대화', en: 'Dialogue of the three halls' },
  questions: { zh: '问答', ja: '質疑応答', ko: '질의응답', en: 'Questions and answers' },
  signing: { zh: '签约', ja: '署名の儀', ko: '서명식', en: 'Signing ceremony' },
  break: { zh: '休息', ja: '休憩', ko: '휴식', en: 'Short break' },
} satisfies Record<string, LocalizedTextDto>;

/** An official morning as it really goes; the last two cues are the greeting once more, and a break. */
export function showRundown(forum: Forum, greetingId: string): Partial<CueContentDto>[] {
  const { opening, speech, greeting, dialogue, questions, signing } = titles;
  const played: Partial<CueContentDto> = {
    ...{ type: 'greeting', title: greeting, speakers: [governor] },
    ...{ layout: 'single', greetingId },
  };
  return [
    { type: 'opening', title: opening, speakers: [], layout: 'all-halls' },
    {
      type: 'speech',
      title: speech,
      speakers: [governor],
      layout: 'single',
      picks: [pickOf(forum, 'jinan')],
    },
    played,
    { type: 'dialogue', title: dialogue, speakers: [governor, association], layout: 'gallery' },
    { type: 'questions', title: questions, speakers: [], layout: 'all-halls' },
    {
      ...{ type: 'signing', title: signing, speakers: [association] },
      ...{ layout: 'two-halls', picks: [pickOf(forum, 'jinan'), pickOf(forum, 'tokyo')] },
    },
    played,
    { type: 'interval', title: titles.break, speakers: [], layout: 'slate' },
  ];
}
