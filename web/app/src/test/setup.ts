import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

// React's development build takes a stack for each element it makes: of the 100 frames that Vitest asks for, few are read.
Error.stackTraceLimit = 8;

// Slow machines are not failures: nothing here is about time.
configure({ asyncUtilTimeout: 60_000 });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  if (typeof window !== 'undefined') localStorage.clear();
});

// What a browser has and the test's document lacks.
if (typeof window !== 'undefined') {
  window.matchMedia ??= ((query: string) => ({
    matches: false,
    media: query,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
    addEventListener: () => {},
    removeEventListener: () => {},
    dispatchEvent: () => false,
  })) as typeof window.matchMedia;
  window.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  if (document.fonts === undefined) Object.defineProperty(document, 'fonts', { value: new EventTarget() });
  window.HTMLElement.prototype.scrollIntoView ??= () => {};
}
