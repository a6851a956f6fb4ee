"""The signature half of PyJWT, without its work that is the same for every token."""

from jwt import PyJWS
from jwt.algorithms import HMACAlgorithm

_HASHES = {
    "HS256": HMACAlgorithm.SHA256,
    "HS384": HMACAlgorithm.SHA384,
    "HS512": HMACAlgorithm.SHA512,
}


class _PreparedHmac(HMACAlgorithm):
    """Takes a key as it is.

    PyJWT looks on every call whether the key might be a certificate, a JWK or an ssh key. Ours are
    random secrets that were checked when the program started.
    """

    def prepare_key(self, key: str | bytes) -> bytes:
        return key if isinstance(key, bytes) else key.encode()


def create_jws(algorithm: str) -> PyJWS:
    """Create the signer and verifier of one algorithm, which knows no other."""
    jws = PyJWS(algorithms=[algorithm], options={"enforce_minimum_key_length": True})
    jws.unregister_algorithm(algorithm)
    jws.register_algorithm(algorithm, _PreparedHmac(_HASHES[algorithm]))
    return jws
