package org.hifazat.platform.testing;

import io.quarkus.builder.BuildChainBuilder;
import io.quarkus.deployment.builditem.TestAnnotationBuildItem;
import io.quarkus.test.junit.buildchain.TestBuildChainCustomizerProducer;
import java.util.function.Consumer;
import org.jboss.jandex.Index;

/**
 * Makes test classes beans by {@link HifazatTest}: Quarkus sees a meta-annotation only when it is
 * declared beside the tests.
 */
public class HifazatTestBeans implements TestBuildChainCustomizerProducer {
  @Override
  public Consumer<BuildChainBuilder> produce(Index testClasses) {
    return builder ->
        builder
            .addBuildStep(
                context ->
                    context.produce(new TestAnnotationBuildItem(HifazatTest.class.getName())))
            .produces(TestAnnotationBuildItem.class)
            .build();
  }
}
