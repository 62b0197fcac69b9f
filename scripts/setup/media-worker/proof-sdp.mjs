// @ts-check
// As much SDP as the proof needs: read a peer's offer, and write the answer that
// describes a mediasoup transport.

/**
 * @param {string} offer
 * @param {'client' | 'server'} role the peer's
 * @returns {import('mediasoup').types.DtlsParameters}
 */
export function dtlsParametersOf(offer, role) {
  const [, algorithm, value] = offer.match(/^a=fingerprint:(\S+) (\S+)/m) ?? [];
  const known = /** @type {import('mediasoup').types.FingerprintAlgorithm} */ (algorithm);
  return { role, fingerprints: [{ algorithm: known, value }] };
}

/**
 * @param {import('mediasoup').types.WebRtcTransport} transport
 * @param {{ sends: boolean, dtlsRole: 'client' | 'server', ssrc: number, payloadType: number }} peer
 */
export function answerFor({ iceParameters, iceCandidates, dtlsParameters }, peer) {
  const fingerprint = dtlsParameters.fingerprints.find(({ algorithm }) => algorithm === 'sha-256');
  const [candidate] = iceCandidates;
  return [
    'v=0',
    'o=- 0 0 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    'a=ice-lite',
    'a=group:BUNDLE 0',
    `m=audio 9 UDP/TLS/RTP/SAVPF ${peer.payloadType}`,
    'c=IN IP4 127.0.0.1',
    'a=mid:0',
    peer.sends ? 'a=recvonly' : 'a=sendonly',
    'a=rtcp-mux',
    `a=rtpmap:${peer.payloadType} opus/48000/2`,
    ...(peer.sends ? [] : [`a=ssrc:${peer.ssrc} cname:proof`]),
    `a=setup:${peer.dtlsRole === 'client' ? 'passive' : 'active'}`,
    `a=fingerprint:${fingerprint?.algorithm} ${fingerprint?.value}`,
    `a=ice-ufrag:${iceParameters.usernameFragment}`,
    `a=ice-pwd:${iceParameters.password}`,
    `a=candidate:${candidate.foundation} 1 UDP ${candidate.priority} ${candidate.address} ${candidate.port} typ host`,
    'a=end-of-candidates',
    '',
  ].join('\r\n');
}
