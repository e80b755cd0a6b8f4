import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Unbroken } from './names.tsx';

describe('a title', () => {
  it('keeps a short name with a hyphen in one line, with its brackets, and every word as it was', () => {
    const title = 'نوعمروں کے لیے پی ایچ کیو-9 (PHQ-A)';
    const { container } = render(<h2><Unbroken text={title} /></h2>);
    expect(container.textContent).toBe(title);
    expect([...container.querySelectorAll('span')].map((one) => one.textContent)).toEqual(['(PHQ-A)']);
  });

  it('lets long words break where they may', () => {
    const { container } = render(<h2><Unbroken text="Multidisciplinary-conference of 2026" /></h2>);
    expect(container.querySelector('span')).toBeNull();
  });
});
