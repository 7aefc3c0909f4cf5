/** Where this app lives: the address of the page without a query and without anything after `#`. */
export function pageAddress(): string {
  return location.href.replace(/[?#].*$/s, '');
}
