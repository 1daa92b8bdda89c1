// Types for files that only the build understands.
declare module '*.ftl?phone' {
  const messages: import('./i18n/i18n.svelte').Messages;
  export default messages;
}
declare module '*.ftl?phone-later' {
  const messages: import('./i18n/i18n.svelte').Messages;
  export default messages;
}
declare module '*.ftl?wall' {
  const messages: import('./i18n/i18n.svelte').Messages;
  export default messages;
}
declare module '*.ftl?console' {
  const messages: import('./i18n/i18n.svelte').Messages;
  export default messages;
}
