/** The HTML standard's encoding sniffing: byte order mark, transport, `<meta>` within 1,024 bytes. */
declare module 'html-encoding-sniffer' {
  export default function sniff(
    bytes: Uint8Array,
    options?: { transportLayerEncodingLabel?: string; defaultEncoding?: string },
  ): string
}
