import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;

/** Lucene with its English analyser: one document a passage, one thread. index|query [--extracts] DIR FILE */
public final class LuceneBench {
  public static void main(String[] arguments) throws Exception {
    boolean extracts = Arrays.asList(arguments).contains("--extracts");
    String[] rest = Arrays.stream(arguments).filter(a -> !a.startsWith("--")).toArray(String[]::new);
    if (rest[0].equals("index")) {
      index(Paths.get(rest[1]), Paths.get(rest[2]));
    } else {
      query(Paths.get(rest[1]), Paths.get(rest[2]), extracts);
    }
  }

  private static void index(Path folder, Path passages) throws Exception {
    IndexWriterConfig config = new IndexWriterConfig(new EnglishAnalyzer());
    config.setMergeScheduler(new SerialMergeScheduler());
    try (FSDirectory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, config);
        BufferedReader reader = Files.newBufferedReader(passages)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] parts = line.split("\t", -1);
        Document document = new Document();
        document.add(new StringField("id", parts[0], Field.Store.YES));
        document.add(new StringField("outlet", parts[1], Field.Store.YES));
        document.add(new StringField("date", parts[2], Field.Store.YES));
        if (!parts[3].isEmpty()) {
          document.add(new TextField("title", parts[3], Field.Store.YES));
          document.add(new TextField("text", parts[3], Field.Store.NO));
        }
        document.add(new TextField("text", parts[4], Field.Store.YES));
        writer.addDocument(document);
      }
    }
  }

  private static void query(Path folder, Path queries, boolean extracts) throws Exception {
    List<String> lines = Files.readAllLines(queries);
    try (FSDirectory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      EnglishAnalyzer analyser = new EnglishAnalyzer();
      UnifiedHighlighter highlighter = new UnifiedHighlighter(searcher, analyser);
      double[] times = new double[lines.size()];
      long hits = 0;
      for (int pass = 0; pass < 5; pass++) { // the first four warm the caches and the compiler
        hits = 0;
        for (int i = 0; i < times.length; i++) {
          long start = System.nanoTime();
          BooleanQuery.Builder any = new BooleanQuery.Builder();
          for (String word : lines.get(i).split(" ")) {
            String term = analyser.normalize("text", word).utf8ToString();
            try (var stream = analyser.tokenStream("text", term)) {
              var value = stream.addAttribute(org.apache.lucene.analysis.tokenattributes.CharTermAttribute.class);
              stream.reset();
              while (stream.incrementToken()) {
                Query one = new TermQuery(new Term("text", value.toString()));
                any.add(one, BooleanClause.Occur.SHOULD);
              }
              stream.end();
            }
          }
          Query query = any.build();
          TopDocs found = searcher.search(query, 10);
          hits += found.scoreDocs.length;
          if (extracts) {
            hits += highlighter.highlight("text", query, found).length - found.scoreDocs.length;
          }
          times[i] = (System.nanoTime() - start) / 1e6;
        }
      }
      double mean = Arrays.stream(times).average().orElse(0);
      Arrays.sort(times);
      System.out.printf(
          "{\"queries\": %d, \"hits\": %d, \"mean_ms\": %.4f, \"p50_ms\": %.4f, \"p99_ms\": %.4f}%n",
          times.length, hits, mean, times[times.length / 2], times[times.length * 99 / 100]);
    }
  }
}
