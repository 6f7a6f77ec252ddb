/** What a drawing takes from style sheets, which do not travel with it. */
const TAKEN = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity', 'opacity'],
  ...['font-family', 'font-size', 'font-weight'],
] as const;
const NAMESPACE = 'http://www.w3.org/2000/svg';

/** A drawing on the page as a file of its own: on light paper, with the colours it has there. */
export function svgFile(drawn: SVGSVGElement): string {
  const paper = document.createElement('div');
  paper.className = 'paper';
  const copy = clone(drawn);
  paper.append(copy);
  drawn.closest('.panel')?.append(paper);
  try {
    copy.setAttribute('xmlns', NAMESPACE);
    copy.removeAttribute('aria-hidden');
    const parts = [...copy.querySelectorAll<SVGElement>('*')];
    for (const part of parts) {
      const style = getComputedStyle(part);
      for (const name of TAKEN) part.setAttribute(name, style.getPropertyValue(name));
    }
    for (const part of parts) part.removeAttribute('class');
    return new XMLSerializer().serializeToString(copy);
  } finally {
    paper.remove();
  }
}

function clone(drawn: SVGSVGElement): SVGSVGElement {
  const copy = document.createElementNS(NAMESPACE, 'svg');
  for (const { name, value } of drawn.attributes) copy.setAttribute(name, value);
  for (const child of drawn.childNodes) copy.append(child.cloneNode(true));
  return copy;
}
