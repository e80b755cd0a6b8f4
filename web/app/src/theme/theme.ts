import { Button, createTheme, type MantineThemeOverride } from '@mantine/core';
import values from './theme.json';

export const theme: MantineThemeOverride = createTheme({
  ...(values as unknown as MantineThemeOverride),
  components: {
    Button: Button.extend({ defaultProps: { size: 'md' } }),
  },
});
