package org.hifazat.platform.persistence.keys;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import com.google.crypto.tink.signature.SignatureConfig;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Set;

/**
 * Makes, reads and rotates the key files of a service.
 *
 * <p>{@code java -cp ... org.hifazat.platform.persistence.keys.KeyFiles <dir>} makes what is
 * missing; {@code ... KeyFiles <dir> rotate} adds a new primary key for field encryption.
 */
public final class KeyFiles {
  static final String FIELD = "field.json";
  static final String SEARCH = "search.json";
  static final String CHECKPOINT = "checkpoint.json";

  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final Set<PosixFilePermission> FOR_EVERYBODY =
      EnumSet.of(
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);

  private KeyFiles() {}

  /** Makes what is missing in the folder, or rotates the field key when a second word says so. */
  public static void main(String[] arguments) {
    if (arguments.length == 1) {
      createMissing(Path.of(arguments[0]));
    } else if (arguments.length == 2 && arguments[1].equals("rotate")) {
      rotateField(Path.of(arguments[0]));
    } else {
      throw new IllegalArgumentException("Usage: KeyFiles <directory> [rotate]");
    }
  }

  /**
   * Creates the folder (mode 700) and each missing key file (600); existing files stay as they are.
   */
  public static void createMissing(Path directory) {
    try {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      registerKeyTypes();
      createMissing(directory.resolve(FIELD), PredefinedAeadParameters.AES256_GCM);
      createMissing(directory.resolve(SEARCH), PredefinedPrfParameters.HMAC_SHA256_PRF);
      createMissing(directory.resolve(CHECKPOINT), PredefinedSignatureParameters.ED25519);
    } catch (IOException | GeneralSecurityException fault) {
      throw new KeyFileException("Keys could not be made in " + directory, fault);
    }
  }

  /**
   * Adds a new primary to field.json; the older keys stay, so that wrapped keys remain readable.
   */
  public static void rotateField(Path directory) {
    Path file = directory.resolve(FIELD);
    KeysetHandle present = read(file);
    try {
      KeysetHandle rotated =
          KeysetHandle.newBuilder(present)
              .addEntry(
                  KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                      .withRandomId()
                      .makePrimary())
              .build();
      Path next = written(file, rotated);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | GeneralSecurityException fault) {
      throw new KeyFileException("Key file " + file + " could not be rotated", fault);
    }
  }

  /** Reads one keyset; refuses a file that is missing, broken or open to everybody. */
  static KeysetHandle read(Path file) {
    try {
      registerKeyTypes();
      if (!Files.isReadable(file)) {
        throw new KeyFileException(
            "Key file "
                + file
                + " is missing or unreadable: make it with KeyFiles and set HIFAZAT_KEYS_DIRECTORY");
      }
      var open = EnumSet.copyOf(FOR_EVERYBODY);
      open.retainAll(Files.getPosixFilePermissions(file));
      if (!open.isEmpty()) {
        throw new KeyFileException("Key file " + file + " is open to everybody: chmod 600 it");
      }
      return TinkJsonProtoKeysetFormat.parseKeyset(
          Files.readString(file), InsecureSecretKeyAccess.get());
    } catch (IOException | GeneralSecurityException fault) {
      throw new KeyFileException("Key file " + file + " cannot be read as a Tink keyset", fault);
    }
  }

  private static void createMissing(Path file, Parameters parameters)
      throws IOException, GeneralSecurityException {
    if (Files.exists(file)) {
      return;
    }
    Path fresh = written(file, KeysetHandle.generateNew(parameters));
    try {
      // A link is refused when the name is taken: of two makers one wins, with a whole file.
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException otherMakerWon) {
      return;
    } finally {
      Files.delete(fresh);
    }
  }

  private static Path written(Path file, KeysetHandle keyset)
      throws IOException, GeneralSecurityException {
    Path directory = file.toAbsolutePath().getParent();
    Path fresh =
        Files.createTempFile(
            directory, "fresh-key", ".tmp", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    return Files.writeString(
        fresh, TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()));
  }

  private static void registerKeyTypes() throws GeneralSecurityException {
    AeadConfig.register();
    PrfConfig.register();
    SignatureConfig.register();
  }
}
