import { createTheme, virtualColor, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The colour of the house: a deep sea green that stays calm beside any picture. */
const tide: MantineColorsTuple = [
  '#eef5f6',
  '#d8e7ea',
  '#b4d1d6',
  '#8bbac2',
  '#5f9ca8',
  '#3d8090',
  '#256675',
  '#185260',
  '#123f4b',
  '#0c2c35',
];

/** The same in the dark, where what is pressed has to be lighter than its ground. */
const mist: MantineColorsTuple = [
  '#eef5f6',
  '#dfecee',
  '#cfe3e7',
  '#c0dade',
  '#a9cdd4',
  '#9cc5cd',
  '#94c0c9',
  '#8bbac2',
  '#79adb7',
  '#5f9ca8',
];

/** For fine rules and for "attention, not danger". Red is kept for "on air" and danger. */
const brass: MantineColorsTuple = [
  '#fbf6ea',
  '#f3e7cb',
  '#e7d09a',
  '#dab868',
  '#cba046',
  '#b38630',
  '#8a6420',
  '#6f501a',
  '#553d14',
  '#3b2b0e',
];

/** Paper greys, a little warm. */
const gray: MantineColorsTuple = [
  '#faf9f6',
  '#f3f1ec',
  '#e6e3dc',
  '#d5d2ca',
  '#b5b3ad',
  '#8a8c8b',
  '#5c6265',
  '#444a4e',
  '#2c3236',
  '#171c20',
];

/** Control-room greys, a little blue. */
const dark: MantineColorsTuple = [
  '#e3e9ec',
  '#bdc8cd',
  '#9aa8af',
  '#74858d',
  '#435059',
  '#2e3a43',
  '#1f2931',
  '#151d23',
  '#0e1419',
  '#080c0f',
];

const red: MantineColorsTuple = [
  '#fdeeec',
  '#f9d8d4',
  '#f1aea7',
  '#e98178',
  '#e15a4f',
  '#d8392e',
  '#c62a20',
  '#a81f17',
  '#861812',
  '#63110d',
];

const green: MantineColorsTuple = [
  '#ecf6ef',
  '#d2ead9',
  '#a5d4b3',
  '#76bd8b',
  '#4da768',
  '#33914f',
  '#23743d',
  '#1b5d31',
  '#144725',
  '#0d3119',
];

export const theme = createTheme({
  colors: {
    house: virtualColor({ name: 'house', light: 'tide', dark: 'mist' }),
    ...{ tide, mist, brass, gray, dark, red, green },
  },
  primaryColor: 'house',
  primaryShade: 7,
  autoContrast: true,
  black: '#171c20',
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace',
  headings: {
    fontWeight: '650',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: 'clamp(1.75rem, 1.2rem + 2.2vw, 2.75rem)', lineHeight: '1.2' },
      h2: { fontSize: '1.375rem', lineHeight: '1.3' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.4' },
    },
  },
  components: {
    Button: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md', autosize: true, minRows: 3 } },
    Select: { defaultProps: { size: 'md', allowDeselect: false, checkIconPosition: 'right' } },
    MultiSelect: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
    CheckboxGroup: { defaultProps: { size: 'md' } },
    // Mantine's own first stop for the focus is no item of a menu, which screen readers stumble over.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Modal: { defaultProps: { centered: true, radius: 'md' } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300 } },
  },
});

/** Contrast of at least 4.5:1 for quiet text in both schemes, and our own page grounds. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': gray[6],
    '--mantine-color-placeholder': gray[6],
    '--mantine-color-error': red[6],
    '--mh-ground': gray[0],
    '--mh-surface': '#ffffff',
    '--mh-rule': gray[2],
    '--mh-accent': brass[6],
    '--mh-on-air': red[6],
    '--mh-good': green[7],
    '--mh-hover': gray[1],
  },
  dark: {
    '--mantine-color-body': dark[8],
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-placeholder': dark[2],
    '--mantine-color-error': red[3],
    '--mh-ground': dark[8],
    '--mh-surface': dark[7],
    '--mh-rule': dark[5],
    '--mh-accent': brass[3],
    '--mh-on-air': red[3],
    '--mh-good': green[3],
    '--mh-hover': dark[6],
  },
});
