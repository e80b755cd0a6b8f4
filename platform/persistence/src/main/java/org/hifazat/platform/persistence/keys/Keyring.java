package org.hifazat.platform.persistence.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.PrfSet;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** The keys of this service, read once at start: a service with unusable keys does not start. */
@Startup
@Singleton
public class Keyring {
  private final Aead field;
  private final PrfSet search;
  private final PublicKeySign checkpointSigner;
  private final PublicKeyVerify checkpointVerifier;

  @Inject
  Keyring(KeysConfig config) {
    this(LaunchMode.current() == LaunchMode.TEST ? made(config.directory()) : config.directory());
  }

  Keyring(Path directory) {
    field = primitive(KeyFiles.read(directory.resolve(KeyFiles.FIELD)), Aead.class);
    search = primitive(KeyFiles.read(directory.resolve(KeyFiles.SEARCH)), PrfSet.class);
    KeysetHandle checkpoint = KeyFiles.read(directory.resolve(KeyFiles.CHECKPOINT));
    checkpointSigner = primitive(checkpoint, PublicKeySign.class);
    checkpointVerifier = primitive(publicPart(checkpoint), PublicKeyVerify.class);
  }

  /** Wraps the data keys of subjects. */
  public Aead field() {
    return field;
  }

  /** Makes search tokens. */
  public PrfSet search() {
    return search;
  }

  /** Signs audit checkpoints. */
  public PublicKeySign checkpointSigner() {
    return checkpointSigner;
  }

  /** Checks signed audit checkpoints. */
  public PublicKeyVerify checkpointVerifier() {
    return checkpointVerifier;
  }

  private static Path made(Path directory) {
    KeyFiles.createMissing(directory);
    return directory;
  }

  private static <P> P primitive(KeysetHandle keyset, Class<P> kind) {
    try {
      return keyset.getPrimitive(RegistryConfiguration.get(), kind);
    } catch (GeneralSecurityException fault) {
      throw new KeyFileException("A key file holds no " + kind.getSimpleName() + " key", fault);
    }
  }

  private static KeysetHandle publicPart(KeysetHandle keyset) {
    try {
      return keyset.getPublicKeysetHandle();
    } catch (GeneralSecurityException fault) {
      throw new KeyFileException("The checkpoint key file holds no signing key", fault);
    }
  }
}
