import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** Something that is on paper and not on the screen. */
export function PrintOnly({ children }: { readonly children: ReactNode }): ReactNode {
  return createPortal(<div className="print-only">{children}</div>, document.body);
}
