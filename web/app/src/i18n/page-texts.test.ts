import { describe, expect, it } from 'vitest';
import { loadLanguage, loadPageTexts } from './language-provider.tsx';

describe('what the application says', () => {
  it('is all there once a page was opened, also in a language that is chosen later', async () => {
    const i18n = await loadLanguage('en');
    expect(i18n.messages['home.title']).toBeDefined();
    expect(i18n.messages['packet-policies.title']).toBeUndefined();
    await loadPageTexts();
    expect(i18n.messages['packet-policies.title']).toBeDefined();
    expect((await loadLanguage('ur')).messages['packet-policies.title']).toBeDefined();
  });
});
