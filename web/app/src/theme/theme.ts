import { Button, createTheme, Input, type MantineThemeOverride } from '@mantine/core';
import values from './theme.json';

export const theme: MantineThemeOverride = createTheme({
  ...(values as unknown as MantineThemeOverride),
  components: {
    Button: Button.extend({ defaultProps: { size: 'md' } }),
    // Help below the field, so that the fields of a row stand on one line.
    InputWrapper: Input.Wrapper.extend({ defaultProps: { inputWrapperOrder: ['label', 'input', 'error', 'description'] } }),
  },
});
