import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one accent colour, from a tint to a shade. */
const deck: MantineColorsTuple = [
  '#eef4fd',
  '#dbe7fa',
  '#b3cdf4',
  '#89b1ee',
  '#6599e9',
  '#4e89e6',
  '#3f7fe0',
  '#2469cf',
  '#1f5fc4',
  '#124f9f',
];

/** Dark surfaces of Mantine's own parts, to go with those of theme.css. */
const dark: MantineColorsTuple = [
  '#e2e5e9',
  '#b9c0c8',
  '#9ba4ae',
  '#6a737d',
  '#3d444c',
  '#2e3339',
  '#22262b',
  '#1a1d21',
  '#16191c',
  '#101214',
];

const small = { defaultProps: { size: 'xs' } };

/** Mantine at the density of a desktop tool: 13 px type and controls of 30 px. */
export const theme = createTheme({
  primaryColor: 'deck',
  primaryShade: { light: 8, dark: 7 },
  colors: { deck, dark },
  fontFamily: "system-ui, 'Segoe UI', Cantarell, 'Noto Sans', 'DejaVu Sans', sans-serif",
  fontFamilyMonospace: 'var(--vd-mono)',
  fontSizes: { xs: '13px', sm: '13px', md: '13px', lg: '15px', xl: '18px' },
  spacing: { xs: '6px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  defaultRadius: 4,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: small,
    TextInput: small,
    PasswordInput: small,
    NumberInput: small,
    Autocomplete: small,
    MultiSelect: small,
    NativeSelect: small,
    Checkbox: small,
    Switch: small,
    Radio: small,
    SegmentedControl: small,
    ActionIcon: { defaultProps: { size: 28, variant: 'subtle', color: 'gray' } },
    Tooltip: {
      defaultProps: {
        openDelay: 350,
        multiline: true,
        maw: 320,
        withArrow: false,
        events: { hover: true, focus: true, touch: true },
        transitionProps: { duration: 0 },
      },
    },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 0 }, position: 'bottom-start' } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 0 } } },
    Modal: {
      defaultProps: {
        transitionProps: { duration: 0 },
        overlayProps: { backgroundOpacity: 0.35 },
        padding: 'lg',
        centered: true,
        closeButtonProps: { 'aria-label': 'Close dialog' },
      },
    },
  },
});
